/// Records what people and programs do here, and shows the records to who audits.
@NullMarked
package io.iolaus.api.audit;

import org.jspecify.annotations.NullMarked;
