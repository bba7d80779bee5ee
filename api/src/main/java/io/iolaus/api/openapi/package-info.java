/// The description of the interface.
@NullMarked
package io.iolaus.api.openapi;

import org.jspecify.annotations.NullMarked;
