/// Files: events, and the truth apart from them.
@NullMarked
package io.iolaus.simulate.output;

import org.jspecify.annotations.NullMarked;
