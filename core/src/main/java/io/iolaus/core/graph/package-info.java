/// What has nothing to do with accounts in particular: connected components.
@NullMarked
package io.iolaus.core.graph;

import org.jspecify.annotations.NullMarked;
