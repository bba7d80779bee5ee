/// Alerts: raised, listed, streamed, and sent out by webhook and mail.
@NullMarked
package io.iolaus.api.alert;

import org.jspecify.annotations.NullMarked;
