/// The first load through the offline importer, compared with the way every other load takes.
@NullMarked
package io.iolaus.ingest.bulk;

import org.jspecify.annotations.NullMarked;
