/// How an operator hides: six facets, a ladder for each, and the kinds of attack.
@NullMarked
package io.iolaus.simulate.evasion;

import org.jspecify.annotations.NullMarked;
