/// What was loaded.
@NullMarked
package io.iolaus.cypher.batch;

import org.jspecify.annotations.NullMarked;
