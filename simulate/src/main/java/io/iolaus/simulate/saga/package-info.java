/// Scripts of what operators do over many runs of detection, and what follows for their clusters.
@NullMarked
package io.iolaus.simulate.saga;

import org.jspecify.annotations.NullMarked;
