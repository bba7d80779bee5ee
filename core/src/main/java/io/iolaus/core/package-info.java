/// Iolaus.
@NullMarked
package io.iolaus.core;

import org.jspecify.annotations.NullMarked;
