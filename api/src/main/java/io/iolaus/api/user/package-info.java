/// The users of the site, for who administers it.
@NullMarked
package io.iolaus.api.user;

import org.jspecify.annotations.NullMarked;
