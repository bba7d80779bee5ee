/// Alerts: what happened to clusters that somebody should hear of, and what became of telling them.
@NullMarked
package io.iolaus.cypher.alert;

import org.jspecify.annotations.NullMarked;
