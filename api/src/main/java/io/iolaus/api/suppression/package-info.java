/// What people keep out of sight for a while, over HTTP.
@NullMarked
package io.iolaus.api.suppression;

import org.jspecify.annotations.NullMarked;
