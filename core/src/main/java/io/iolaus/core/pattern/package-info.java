/// What accounts share without a thing to point at: moments of activity and of creation.
@NullMarked
package io.iolaus.core.pattern;

import org.jspecify.annotations.NullMarked;
