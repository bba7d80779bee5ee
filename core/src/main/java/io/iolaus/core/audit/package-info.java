/// What an audit entry is, how entries are chained, and how a chain is verified.
@NullMarked
package io.iolaus.core.audit;

import org.jspecify.annotations.NullMarked;
