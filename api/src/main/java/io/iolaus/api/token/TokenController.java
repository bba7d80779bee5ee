package io.iolaus.api.token;

import io.iolaus.api.audit.Audited;
import io.iolaus.api.audit.AuditedBody;
import io.iolaus.api.paging.Cursors;
import io.iolaus.api.paging.ListResponse;
import io.iolaus.api.problem.Problem;
import io.iolaus.api.problem.ProblemException;
import io.iolaus.api.security.Accounts;
import io.iolaus.api.security.BearerTokens;
import io.iolaus.api.security.RoleNames;
import io.iolaus.api.security.RouteMatrix;
import io.iolaus.api.security.SignedIn;
import io.iolaus.core.access.UserRole;
import io.iolaus.core.audit.AuditAct;
import io.iolaus.cypher.access.TokenRow;
import io.iolaus.cypher.access.TokenStore;
import io.iolaus.cypher.access.UserRow;
import io.iolaus.cypher.access.UserState;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Tokens: everybody's own, and for who administers or audits, all.
@RestController
@RequestMapping("/api/v1/tokens")
@Tag(name = "tokens")
class TokenController {

  private final TokenStore tokens;
  private final BearerTokens bearers;
  private final Accounts accounts;
  private final RouteMatrix matrix;
  private final Cursors cursors;
  private final Clock clock;

  TokenController(
      TokenStore tokens,
      BearerTokens bearers,
      Accounts accounts,
      RouteMatrix matrix,
      Cursors cursors,
      Clock clock) {
    this.tokens = tokens;
    this.bearers = bearers;
    this.accounts = accounts;
    this.matrix = matrix;
    this.cursors = cursors;
    this.clock = clock;
  }

  /// @param name what it is for
  /// @param scopes roles that the owner's roles include
  /// @param owner whose it will be, by default one's own
  record NewTokenRequest(
      @NotBlank @Size(max = 100) String name,
      @NotEmpty @Size(max = 9) List<String> scopes,
      @NotNull Instant expiresAt,
      @Nullable String owner)
      implements AuditedBody {

    @Override
    public String auditedObject() {
      return name;
    }

    @Override
    public String auditedReason() {
      return "scopes: " + String.join(", ", scopes);
    }
  }

  /// @param secret the token as a program sends it, shown this once
  record NewTokenResponse(TokenResponse token, String secret) {
    @Override
    public String toString() {
      return "NewTokenResponse[" + token.id() + "]";
    }
  }

  @GetMapping
  @Audited(value = AuditAct.READ_TOKENS, type = "token")
  @Operation(
      summary = "Tokens, the latest first",
      description = "One's own; with `all` everybody's, for administrators and auditors.")
  ListResponse<TokenResponse> list(
      @RequestParam(defaultValue = "false") boolean all,
      @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
      @RequestParam(required = false) @Nullable String cursor,
      SignedIn user) {
    if (all && !seesAll(user)) {
      throw new ProblemException(
          new Problem(
              HttpStatus.FORBIDDEN,
              "forbidden",
              "all=true is for administrators and auditors; without it you see your own"));
    }
    String owner = all ? null : user.getName();
    String query = "tokens\n" + owner;
    return ListResponse.of(
        tokens.page(owner, limit, cursors.read(query, cursor)), cursors, query, this::response);
  }

  @GetMapping("/{id}")
  @Audited(value = AuditAct.READ_TOKENS, type = "token", id = "id")
  @Operation(summary = "One token, good or not")
  TokenResponse one(@PathVariable String id, SignedIn user) {
    return tokens
        .one(id)
        .filter(token -> seesAll(user) || token.owner().equals(user.getName()))
        .map(this::response)
        .orElseThrow(() -> unknown(id));
  }

  @PostMapping
  @Audited(value = AuditAct.MAKE_TOKEN, type = "token", recording = Audited.Recording.CHANGE)
  @Operation(summary = "Make a token; it is shown this once")
  @ApiResponse(responseCode = "201", description = "The token is in `secret`")
  @ApiResponse(responseCode = "409", description = "The owner has as many as there may be")
  ResponseEntity<NewTokenResponse> make(
      @Valid @RequestBody NewTokenRequest request, SignedIn user) {
    UserRow owner = owner(request.owner() == null ? user.getName() : request.owner(), user);
    Set<UserRole> scopes = RoleNames.roles("scopes", request.scopes());
    Set<UserRole> within = matrix.within(scopes, owner.roles());
    if (!within.equals(scopes)) {
      throw new IllegalArgumentException(
          "scopes must be what the roles of "
              + owner.name()
              + " include, "
              + scopes.stream().filter(s -> !within.contains(s)).map(UserRole::text).toList()
              + " are not");
    }
    TokenStore.Made made =
        tokens
            .make(owner.name(), request.name().strip(), scopes, request.expiresAt())
            .orElseThrow(() ->
                new ProblemException(
                    new Problem(
                        HttpStatus.CONFLICT,
                        "too-many-tokens",
                        owner.name()
                            + " has "
                            + TokenStore.MOST
                            + " tokens that are good: revoke one")));
    return ResponseEntity.created(URI.create("/api/v1/tokens/" + made.row().id()))
        .body(new NewTokenResponse(response(made.row()), made.token().text()));
  }

  private UserRow owner(String name, SignedIn user) {
    if (!name.equals(user.getName()) && !user.administers()) {
      throw new ProblemException(
          new Problem(
              HttpStatus.FORBIDDEN, "forbidden", "Tokens for others are made by administrators"));
    }
    return accounts
        .current(name)
        .orElseThrow(() -> ProblemException.notFound("user-not-found", "There is no user " + name));
  }

  @DeleteMapping("/{id}")
  @Audited(
      value = AuditAct.REVOKE_TOKEN,
      type = "token",
      id = "id",
      recording = Audited.Recording.CHANGE)
  @Operation(summary = "Revoke a token, one's own or, for administrators, anybody's")
  TokenResponse revoke(@PathVariable String id, SignedIn user) {
    String owner = user.administers() ? null : user.getName();
    Optional<TokenRow> revoked = tokens.revoke(id, owner, user.getName());
    bearers.changed();
    return revoked.map(this::response).orElseThrow(() -> unknown(id));
  }

  private static boolean seesAll(SignedIn user) {
    return user.administers() || user.roles().contains(UserRole.AUDITOR);
  }

  private TokenResponse response(TokenRow token) {
    Optional<UserRow> owner = accounts.current(token.owner());
    return TokenResponse.of(
        token, owner.filter(row -> row.state() == UserState.ACTIVE).isPresent(), clock.instant());
  }

  private static ProblemException unknown(String id) {
    return ProblemException.notFound("token-not-found", "There is no token " + id);
  }
}
