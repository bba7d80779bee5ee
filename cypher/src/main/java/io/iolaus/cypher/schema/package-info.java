/// Brings the schema of a database to what this program needs, by versioned files that are never
/// edited.
@NullMarked
package io.iolaus.cypher.schema;

import org.jspecify.annotations.NullMarked;
