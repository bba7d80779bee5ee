/// Who may ask what: nothing is open unless it is listed here.
@NullMarked
package io.iolaus.api.security;

import org.jspecify.annotations.NullMarked;
