/// How fast the graph is written, beside what a user would do otherwise.
@NullMarked
package io.iolaus.bench.write;

import org.jspecify.annotations.NullMarked;
