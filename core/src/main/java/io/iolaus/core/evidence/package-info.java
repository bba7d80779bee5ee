/// Evidence in bits: what sharing a thing is worth, and for which things it is worth nothing.
@NullMarked
package io.iolaus.core.evidence;

import org.jspecify.annotations.NullMarked;
