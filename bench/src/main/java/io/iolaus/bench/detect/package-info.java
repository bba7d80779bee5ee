/// How right detection is: many populations with known truth, in memory, without a database.
@NullMarked
package io.iolaus.bench.detect;

import org.jspecify.annotations.NullMarked;
