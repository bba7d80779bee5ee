/// Logging in by the site's own identity provider (OpenID Connect).
@NullMarked
package io.iolaus.api.signon;

import org.jspecify.annotations.NullMarked;
