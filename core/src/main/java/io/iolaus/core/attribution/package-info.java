/// Which organization may stand behind a group, among competing hypotheses.
@NullMarked
package io.iolaus.core.attribution;

import org.jspecify.annotations.NullMarked;
