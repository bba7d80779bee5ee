/// The first load of an empty local database: sealed segments through Neo4j's offline importer.
@NullMarked
package io.iolaus.ingest.bulk;

import org.jspecify.annotations.NullMarked;
