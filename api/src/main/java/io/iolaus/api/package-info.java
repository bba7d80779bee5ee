/// Iolaus.
@NullMarked
package io.iolaus.api;

import org.jspecify.annotations.NullMarked;
