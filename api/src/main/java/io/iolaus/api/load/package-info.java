/// How much is done at once, for everybody and for one user, and how long it may take.
@NullMarked
package io.iolaus.api.load;

import org.jspecify.annotations.NullMarked;
