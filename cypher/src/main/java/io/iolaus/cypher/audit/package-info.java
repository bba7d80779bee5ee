/// The audit in the database: appending to its chain, anchoring the chain's head outside, reading
/// and verifying.
@NullMarked
package io.iolaus.cypher.audit;

import org.jspecify.annotations.NullMarked;
