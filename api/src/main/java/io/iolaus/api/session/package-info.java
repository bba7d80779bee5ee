/// Logging in and out.
@NullMarked
package io.iolaus.api.session;

import org.jspecify.annotations.NullMarked;
