package io.iolaus.simulate.population;

/// Something to pay with, as the payment processor names it.
public record Instrument(
    String token, String kind, String bin, String issuerCountry, String matchKey) {}
