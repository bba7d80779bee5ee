/// Everything that speaks Cypher: statements, detectors, schema, the home and its database.
@NullMarked
package io.iolaus.cypher;

import org.jspecify.annotations.NullMarked;
