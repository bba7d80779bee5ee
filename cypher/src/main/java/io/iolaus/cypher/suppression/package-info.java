/// What people keep out of sight, or out of evidence, for a while: with a reason, an owner and an
/// end.
@NullMarked
package io.iolaus.cypher.suppression;

import org.jspecify.annotations.NullMarked;
