// What tied clusters is found from the thing as well, whether it is still in the graph or not.
CREATE INDEX past_support_key IF NOT EXISTS FOR (n:PastSupport) ON (n.key);
