/// Linked is not yet hostile: what a group does, and whether it hides, against what everybody does.
@NullMarked
package io.iolaus.core.abuse;

import org.jspecify.annotations.NullMarked;
