/// How much there is, and whether the server is well.
@NullMarked
package io.iolaus.api.status;

import org.jspecify.annotations.NullMarked;
