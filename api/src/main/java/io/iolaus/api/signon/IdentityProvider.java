package io.iolaus.api.signon;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import io.iolaus.api.signon.SignOnRefusal.Reason;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.home.HomeException;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/// The site's identity provider: OpenID Connect Core 1.0, the authorization code flow with PKCE.
///
/// It is first asked when somebody logs in by it: a provider that is away keeps nobody out who has
/// a password. May be shared by threads.
@Component
final class IdentityProvider {

  private static final String SECRET = "sign-on.secret";

  /// Signatures by the provider's own key alone, none by what the client knows as well.
  private static final Set<JWSAlgorithm> SIGNED =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  private static final Duration FRESH = Duration.ofHours(1);

  /// So many ask it at once.
  private static final int AT_ONCE = 8;

  private final SignOnProperties properties;
  private final Home home;
  private final ProviderHttp http = new ProviderHttp();
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final LoadingCache<URI, Description> descriptions =
      Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(1).build(this::described);

  /// What the provider says of itself, and where its keys are.
  private record Description(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys) {}

  IdentityProvider(SignOnProperties properties, Home home) {
    this.properties = properties;
    this.home = home;
  }

  private Description described(URI issuer) throws IOException {
    String base = issuer.toString();
    URL at =
        URI.create((base.endsWith("/") ? base : base + "/") + ".well-known/openid-configuration")
            .toURL();
    OIDCProviderMetadata metadata;
    try {
      metadata = OIDCProviderMetadata.parse(http.retrieveResource(at).getContent());
    } catch (ParseException e) {
      throw new IOException(at + " is not the description of a provider: " + e.getMessage(), e);
    }
    if (!metadata.getIssuer().getValue().equals(base)) {
      throw new IOException(
          "%s describes the issuer %s: name that in IOLAUS_SIGN_ON_ISSUER to the letter"
              .formatted(at, metadata.getIssuer()));
    }
    for (URI endpoint :
        new URI[] {
          metadata.getAuthorizationEndpointURI(),
          metadata.getTokenEndpointURI(),
          metadata.getJWKSetURI()
        }) {
      if (endpoint == null || !SignOnProperties.safe(endpoint)) {
        throw new IOException(at + " names an address that is missing or not https: " + endpoint);
      }
    }
    return new Description(
        metadata,
        JWKSourceBuilder.<SecurityContext>create(metadata.getJWKSetURI().toURL(), http).build());
  }

  private Description description() throws SignOnRefusal {
    try {
      return descriptions.get(properties.requiredIssuer());
    } catch (CompletionException e) {
      throw unavailable(e);
    }
  }

  private static SignOnRefusal unavailable(Exception e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return new SignOnRefusal(
        Reason.UNAVAILABLE, "the identity provider does not answer: " + cause.getMessage(), e);
  }

  /// What asks the provider, of which a few wait at once: the rest hear so instead of queueing.
  private interface Asking<T> {
    T ask() throws SignOnRefusal;
  }

  private <T> T inPlace(Asking<T> asking) throws SignOnRefusal {
    if (!places.tryAcquire()) {
      throw new SignOnRefusal(
          Reason.UNAVAILABLE, "more than " + AT_ONCE + " wait for the identity provider");
    }
    try {
      return asking.ask();
    } finally {
      places.release();
    }
  }

  /// Where to send a browser.
  URI authorization(Ticket ticket) throws SignOnRefusal {
    OIDCProviderMetadata metadata = inPlace(this::description).metadata();
    Scope scope = new Scope("openid");
    properties.scopes().forEach(scope::add);
    AuthenticationRequest.Builder request =
        new AuthenticationRequest.Builder(
                ResponseType.CODE, scope, new ClientID(properties.client()), ticket.redirect())
            .endpointURI(metadata.getAuthorizationEndpointURI())
            .state(new State(ticket.state()))
            .nonce(new Nonce(ticket.nonce()))
            .codeChallenge(new CodeVerifier(ticket.verifier()), CodeChallengeMethod.S256);
    if (properties.level() != null) {
      request.acrValues(List.of(new ACR(properties.level())));
    }
    return request.build().toURI();
  }

  /// Whom the provider means by a code.
  IDTokenClaimsSet redeemed(String code, Ticket ticket) throws SignOnRefusal {
    return inPlace(() -> claims(code, ticket));
  }

  private IDTokenClaimsSet claims(String code, Ticket ticket) throws SignOnRefusal {
    Description description = description();
    OIDCTokenResponse tokens;
    try {
      HTTPResponse answer =
          tokenRequest(description.metadata(), code, ticket).toHTTPRequest().send(http);
      if (answer.getStatusCode() >= 500) {
        throw new IOException("its token endpoint answered " + answer.getStatusCode());
      }
      TokenResponse response = OIDCTokenResponseParser.parse(answer);
      if (response instanceof TokenErrorResponse error) {
        throw new SignOnRefusal(
            Reason.INVALID,
            "the identity provider does not take its code back: " + error.getErrorObject());
      }
      tokens = (OIDCTokenResponse) response.toSuccessResponse();
    } catch (IOException | HomeException e) {
      throw unavailable(e);
    } catch (ParseException e) {
      throw invalid(e);
    }
    try {
      // What else the provider gave is of no use here, and is kept nowhere.
      if (!(tokens.getOIDCTokens().getIDToken() instanceof SignedJWT token)) {
        throw new SignOnRefusal(Reason.INVALID, "the identity provider's token is not signed");
      }
      return new IDTokenValidator(
              new Issuer(properties.requiredIssuer().toString()),
              new ClientID(properties.client()),
              new JWSVerificationKeySelector<>(SIGNED, description.keys()),
              null)
          .validate(token, new Nonce(ticket.nonce()));
    } catch (BadJOSEException e) {
      throw invalid(e);
    } catch (JOSEException e) {
      throw unavailable(e);
    }
  }

  private static SignOnRefusal invalid(Exception e) {
    return new SignOnRefusal(
        Reason.INVALID, "what the identity provider says cannot be believed: " + e.getMessage(), e);
  }

  private TokenRequest tokenRequest(OIDCProviderMetadata metadata, String code, Ticket ticket) {
    AuthorizationCodeGrant grant =
        new AuthorizationCodeGrant(
            new AuthorizationCode(code), ticket.redirect(), new CodeVerifier(ticket.verifier()));
    ClientID client = new ClientID(properties.client());
    URI endpoint = metadata.getTokenEndpointURI();
    if (properties.publicClient()) {
      return new TokenRequest.Builder(endpoint, client, grant).build();
    }
    Secret secret = new Secret(home.givenSecret(SECRET));
    List<ClientAuthenticationMethod> methods = metadata.getTokenEndpointAuthMethods();
    boolean post =
        methods != null
            && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
            && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST);
    return new TokenRequest.Builder(
            endpoint,
            post ? new ClientSecretPost(client, secret) : new ClientSecretBasic(client, secret),
            grant)
        .build();
  }
}
