/// What people decided, kept in the graph: taking decisions, withdrawing them, where each stands.
@NullMarked
package io.iolaus.cypher.decision;

import org.jspecify.annotations.NullMarked;
