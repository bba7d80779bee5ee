/// Iolaus.
@NullMarked
package io.iolaus.bench;

import org.jspecify.annotations.NullMarked;
