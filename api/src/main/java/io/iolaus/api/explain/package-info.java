/// Explanations and cut previews over HTTP.
@NullMarked
package io.iolaus.api.explain;

import org.jspecify.annotations.NullMarked;
