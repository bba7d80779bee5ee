/// What people decided about accounts and clusters, and what of it holds.
@NullMarked
package io.iolaus.core.decision;

import org.jspecify.annotations.NullMarked;
