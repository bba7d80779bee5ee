/// Paths of evidence over HTTP.
@NullMarked
package io.iolaus.api.path;

import org.jspecify.annotations.NullMarked;
