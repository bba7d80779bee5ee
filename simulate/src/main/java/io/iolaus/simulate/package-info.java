/// Iolaus.
@NullMarked
package io.iolaus.simulate;

import org.jspecify.annotations.NullMarked;
