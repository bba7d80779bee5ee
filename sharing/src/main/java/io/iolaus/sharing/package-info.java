/// Iolaus.
@NullMarked
package io.iolaus.sharing;

import org.jspecify.annotations.NullMarked;
