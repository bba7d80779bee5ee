/// How long whole runs of detection take on large populations, against Graph Data Science.
@NullMarked
package io.iolaus.bench.tier;

import org.jspecify.annotations.NullMarked;
