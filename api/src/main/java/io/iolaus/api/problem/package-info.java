/// Every error leaves as problem JSON with a stable code.
@NullMarked
package io.iolaus.api.problem;

import org.jspecify.annotations.NullMarked;
