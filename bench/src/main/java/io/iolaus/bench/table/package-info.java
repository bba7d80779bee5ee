/// The table of what detection is asked for and what it reaches, on populations with known truth.
@NullMarked
package io.iolaus.bench.table;

import org.jspecify.annotations.NullMarked;
