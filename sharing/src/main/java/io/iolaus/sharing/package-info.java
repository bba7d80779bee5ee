/// Exports for partner labs: what may leave, and in which form.
@NullMarked
package io.iolaus.sharing;

import org.jspecify.annotations.NullMarked;
