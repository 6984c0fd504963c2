"""The pages of the desk, and what opens in its panel."""
