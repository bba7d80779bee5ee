package io.iolaus.simulate.organization;

import io.iolaus.simulate.network.AddressRange;
import io.iolaus.simulate.world.Country;

/// A company, a lab or a reseller with an office range.
///
/// @param billingName what stands on its invoices
public record Company(
    String id,
    String name,
    String domain,
    String alias,
    String billingName,
    AddressRange range,
    Country country) {}
