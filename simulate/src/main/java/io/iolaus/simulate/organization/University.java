package io.iolaus.simulate.organization;

import io.iolaus.simulate.network.AddressRange;

/// A university with a network of its own; it vouches for nobody.
public record University(String id, String domain, AddressRange range) {}
