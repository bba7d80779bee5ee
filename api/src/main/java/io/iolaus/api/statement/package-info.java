/// The Cypher behind what is shown.
@NullMarked
package io.iolaus.api.statement;

import org.jspecify.annotations.NullMarked;
