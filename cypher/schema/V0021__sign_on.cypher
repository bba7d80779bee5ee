// Whom the site's identity provider means is one user.
CREATE CONSTRAINT user_subject IF NOT EXISTS FOR (n:User) REQUIRE n.subject IS UNIQUE;
