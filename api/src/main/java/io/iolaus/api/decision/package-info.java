/// What people decided, over HTTP.
@NullMarked
package io.iolaus.api.decision;

import org.jspecify.annotations.NullMarked;
