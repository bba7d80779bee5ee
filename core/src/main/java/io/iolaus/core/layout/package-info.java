/// Places the nodes of a graph on a plane.
@NullMarked
package io.iolaus.core.layout;

import org.jspecify.annotations.NullMarked;
