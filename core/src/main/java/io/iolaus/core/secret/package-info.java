/// The site secret, and what is derived from it.
@NullMarked
package io.iolaus.core.secret;

import org.jspecify.annotations.NullMarked;
