/// Signatures by which others see that bytes are this site's and unchanged.
@NullMarked
package io.iolaus.sharing.sign;

import org.jspecify.annotations.NullMarked;
