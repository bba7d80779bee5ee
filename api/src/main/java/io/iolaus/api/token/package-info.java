/// Tokens that programs act with in their owners' names.
@NullMarked
package io.iolaus.api.token;

import org.jspecify.annotations.NullMarked;
